//! The manual for administrators: the tests type what it says, so that it stays true.

const TEXT: &str = include_str!("../../../../docs/handleiding/beheer.md");

/// The commands that begin with these words, as the manual has them typed.
pub(crate) fn commands(start: &str) -> Vec<Vec<String>> {
    let blocks = TEXT.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let lines = blocks.flat_map(str::lines).filter_map(|line| line.strip_prefix("leerrecht "));
    let found: Vec<Vec<String>> = lines.filter(|line| line.starts_with(start)).map(words).collect();
    assert!(!found.is_empty(), "the manual has no command 'leerrecht {start}'");
    found
}

/// The one command that begins with these words.
pub(crate) fn command(start: &str) -> Vec<String> {
    commands(start).remove(0)
}

/// The settings as the manual has them written, for another place, and for people who come without TLS.
pub(crate) fn settings(database: &str, folder: &str) -> String {
    let (_, rest) = TEXT.split_once("leerrecht.toml <<'EINDE'\n").unwrap();
    let (block, _) = rest.split_once("EINDE\n").unwrap();
    let lines =
        block.lines().filter(|line| !line.contains("= true")).map(|line| match line.split_once(" = ") {
            Some(("database", _)) => format!("database = \"{database}\"\n"),
            Some(("adres", _)) => "adres = \"127.0.0.1:0\"\n".to_owned(),
            _ => format!("{}\n", line.replace("/var/lib/leerrecht", folder)),
        });
    lines.collect()
}

/// The words of a command as a shell takes them apart: spaces, and double quotes around some.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for sign in line.trim().chars() {
        match sign {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().unwrap().push(sign),
        }
    }
    words
}
