//! Style sheet, script, mark and accent colours.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::hulp::Programma;

#[tokio::test]
async fn what_a_page_names_is_there_and_is_kept_for_ever() {
    let programma = Programma::start().await;
    let page = programma.browser().get("/wet").await;
    let named: Vec<&str> = page.body.split('"').filter(|text| text.starts_with("/static/")).collect();
    assert_eq!(named.len(), 3, "{named:?}");
    for address in named {
        let file = programma.browser().get(address).await;
        assert_eq!(file.status, StatusCode::OK, "{address}");
        assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
        let again =
            Request::get(address).header("if-none-match", file.header("etag")).body(Body::empty()).unwrap();
        assert_eq!(programma.browser().send(again).await.status, StatusCode::NOT_MODIFIED);
    }
}

#[tokio::test]
async fn a_file_of_an_older_program_is_given_and_not_kept() {
    let programma = Programma::start().await;
    let file = programma.browser().get("/static/0123456789abcdef/stijl.css").await;
    assert_eq!((file.status, file.header("cache-control")), (StatusCode::OK, "no-cache"));
    for wrong in ["/static/0/bestaat-niet.css", "/static/0/../Cargo.toml", "/static/0/%2e%2e/Cargo.toml"] {
        assert_eq!(programma.browser().get(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn a_region_has_its_colour_as_a_style_sheet_and_nothing_else_is_one() {
    let programma = Programma::start().await;
    let css = programma.browser().get("/stijl/accent/0b5a6f.css").await;
    assert_eq!(css.header("content-type"), "text/css; charset=utf-8");
    assert!(css.body.starts_with(":root { --accent: #0b5a6f;"), "{}", css.body);
    for wrong in ["/stijl/accent/red.css", "/stijl/accent/0b5a6f", "/stijl/accent/%7D%2A%7B.css"] {
        assert_eq!(programma.browser().get(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn no_page_has_style_or_script_of_its_own() {
    let programma = Programma::start().await;
    for address in web::paginas::addresses() {
        let page = programma.browser().get(address).await.body;
        for inline in ["<style", " style=", " onclick=", "javascript:"] {
            assert!(!page.contains(inline), "{address} has {inline}");
        }
        assert_eq!(page.matches("<script").count(), page.matches("<script src=").count(), "{address}");
    }
}
