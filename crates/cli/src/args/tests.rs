//! The help and the manual name what there is, and what is wrong is told in Dutch.

use super::*;

fn wrong(args: &[&str]) -> String {
    let error = read(std::iter::once("leerrecht").chain(args.iter().copied())).unwrap_err();
    in_dutch(&error)
}

#[test]
fn the_command_line_is_sound() {
    command().debug_assert();
}

#[test]
fn help_has_no_word_of_english_left() {
    fn every(command: &Command, of: &mut Vec<String>) {
        of.push(help_in_dutch(&command.clone().render_long_help().to_string()));
        of.push(help_in_dutch(&command.clone().render_help().to_string()));
        command.get_subcommands().for_each(|below| every(below, of));
    }
    let mut command = command();
    command.build();
    let mut help = Vec::new();
    every(&command, &mut help);
    assert!(help.len() > 40, "{}", help.len());
    for help in help {
        for english in ["ossible", "efault", "[env", "OPTIONS", "Usage", "Print", "Commands", "Arguments"] {
            assert!(!help.contains(english), "{english}: {help}");
        }
    }
}

#[test]
fn every_command_of_the_manual_is_one_that_exists() {
    let manual = include_str!("../../../../docs/handleiding/beheer.md");
    let commands: Vec<&str> = manual.lines().filter(|line| line.starts_with("leerrecht ")).collect();
    assert!(commands.len() > 20, "{commands:?}");
    for line in commands {
        // Names between quotes hold spaces, and the shell fills in the day; here only the shape counts.
        let line = line.replace("$(date +%F)", "x");
        let outside: String =
            line.split('"').enumerate().map(|(nr, part)| if nr % 2 == 0 { part } else { "x" }).collect();
        let found = read(outside.split_whitespace());
        let known = found.is_ok() || outside.contains("--version");
        assert!(known, "{line}");
    }
}

#[test]
fn the_help_and_the_manual_name_every_kind_of_school() {
    let mut command = command();
    command.build();
    let below = ["organisatie", "maak"];
    let mut maak = below.iter().fold(&command, |at, name| at.find_subcommand(name).unwrap()).clone();
    let help = maak.render_help().to_string();
    let manual = include_str!("../../../../docs/handleiding/beheer.md");
    let (_, kinds) = manual.split_once("Mogelijke soorten: ").unwrap();
    let kinds = kinds.split_once(". ").unwrap().0;
    let named: Vec<&str> = kinds.split(", ").map(|code| code.trim().trim_matches('`')).collect();
    assert_eq!(named, Schoolsoort::CODES);
    for code in Schoolsoort::CODES {
        assert!(help.contains(code), "{code}: {help}");
    }
}

#[test]
fn wrong_flags_are_told_in_dutch_with_what_was_given_and_expected() {
    assert_eq!(wrong(&["serv"]), "'serv' is geen commando. Gebruik --help om te zien wat er kan.");
    assert!(wrong(&["serve", "--poort", "1"]).starts_with("'--poort' is hier niet bekend"));
    assert!(wrong(&["account", "maak", "--naam", "x"]).starts_with("dit ontbreekt nog: "));
    let geen_getal = "gegeven 'veel', dat kan niet (dat is geen heel getal dat past)";
    assert!(wrong(&["demo", "--dossiers", "veel"]).contains(geen_getal));
    assert!(
        wrong(&["sleutel", "maak", "--account", "x", "--tot", "gisteren"])
            .contains("(dat is geen dag; verwacht")
    );
    assert!(
        wrong(&["organisatie", "maak", "--soort", "club"]).contains("verwacht een van: swv, bestuur, school")
    );
    assert!(wrong(&["importeer", "oso", "x.xml", "--school", "12"]).contains("zes letters of cijfers"));
    assert!(wrong(&[]).starts_with("er ontbreekt een commando"));
}
