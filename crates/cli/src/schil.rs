//! `leerrecht aanvullen` and `leerrecht man`: the commands as the shell and `man` want them. Needs no database.

use clap::{Arg, Command};

use crate::args::{self, Aanvullen};
use crate::uitvoer::Uitvoer;

/// Prints a script by which a shell completes commands and flags.
pub(crate) fn aanvullen(opdracht: &Aanvullen, uitvoer: &Uitvoer) {
    let mut script = Vec::new();
    clap_complete::generate(opdracht.schil, &mut args::command(), "leerrecht", &mut script);
    uitvoer.line(String::from_utf8_lossy(&script).trim_end());
}

/// Prints the manual page.
pub(crate) fn man(uitvoer: &Uitvoer) {
    uitvoer.line(page(args::command()).trim_end());
}

/// The page in the language of `man`. Made here: the one that comes with clap has its headings in English.
fn page(mut command: Command) -> String {
    command.build();
    let version = command.get_version().unwrap_or_default();
    let mut text = format!(".TH LEERRECHT 1 \"\" \"leerrecht {version}\"\n.SH NAAM\nleerrecht \\- ");
    text.push_str(&about(&command));
    text.push_str(".SH GEBRUIK\n\\fBleerrecht\\fR COMMANDO [OPTIES]\n.SH OPTIES\n");
    flags(&command, &mut text);
    text.push_str(".SH COMMANDO'S\n");
    commands(&command, "leerrecht", &mut text);
    text
}

/// Every command that does something, with what belongs to it.
fn commands(command: &Command, path: &str, text: &mut String) {
    for below in command.get_subcommands() {
        let path = format!("{path} {}", below.get_name());
        if below.has_subcommands() {
            commands(below, &path, text);
            continue;
        }
        text.push_str(&format!(".SS {}\n{}", escaped(&path), about(below)));
        flags(below, text);
    }
}

fn about(command: &Command) -> String {
    format!("{}\n", escaped(&command.get_about().map(ToString::to_string).unwrap_or_default()))
}

/// What belongs to one command; what belongs to all is told once.
fn flags(command: &Command, text: &mut String) {
    let own = |arg: &&Arg| !arg.is_global_set() || command.get_name() == "leerrecht";
    for arg in command.get_arguments().filter(own).filter(|arg| arg.get_id() != "hulp") {
        let name = arg.get_long().map(|long| format!("\\fB\\-\\-{}\\fR", escaped(long)));
        let value = arg.get_value_names().filter(|_| arg.get_action().takes_values());
        let value = value.map(|names| names.join(" ")).map(|names| format!("\\fI{}\\fR", escaped(&names)));
        let named: Vec<String> = name.into_iter().chain(value).collect();
        let help = escaped(&arg.get_help().map(ToString::to_string).unwrap_or_default());
        text.push_str(&format!(".TP\n{}\n{help}\n", named.join(" ")));
    }
}

/// Text in which nothing is a command of `man`.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-").replace('\n', " ");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn the_page_tells_every_command_with_its_flags() {
        let page = page(args::command());
        for told in [
            ".TH LEERRECHT 1",
            ".SS leerrecht importeer duo\\-vestigingen\n",
            "\\fB\\-\\-laat\\-vervallen\\fR\n",
            "\\fB\\-\\-database\\fR \\fIADRES\\fR\n",
        ] {
            assert!(page.contains(told), "{told}: {page}");
        }
        assert_eq!(page.matches("\\-database").count(), 1, "what all have is told once");
        assert!(
            page.lines()
                .all(|line| !line.starts_with('.') || [".TH", ".SH", ".SS", ".TP"].contains(&&line[..3]))
        );
    }

    #[test]
    fn every_shell_gets_a_script_that_knows_the_commands() {
        for schil in clap_complete::Shell::value_variants() {
            let mut script = Vec::new();
            clap_complete::generate(*schil, &mut args::command(), "leerrecht", &mut script);
            let script = String::from_utf8(script).unwrap();
            assert!(script.contains("verifieer") && script.contains("duo-vestigingen"), "{schil}");
        }
    }
}
