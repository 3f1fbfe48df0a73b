//! What somebody can do on a page: its text, its links and its forms.

/// Names and values.
pub(crate) type Fields = Vec<(String, String)>;

/// A page, read.
#[derive(Default)]
pub(crate) struct Bladzijde {
    /// Everything that is written on it, with single spaces.
    pub(crate) text: String,
    /// Name and value of every radio button.
    pub(crate) choices: Fields,
    links: Vec<(String, String)>,
    forms: Vec<Form>,
}

#[derive(Default)]
struct Form {
    id: String,
    action: Option<String>,
    fields: Fields,
    buttons: Vec<Button>,
}

#[derive(Clone, Default)]
struct Button {
    name: Option<String>,
    value: String,
    text: String,
}

/// A tag with its attributes.
struct Tag<'a>(&'a str);

/// Where text goes until its element is closed.
enum Catch {
    Link(String),
    Button(usize, Button),
    Textarea(usize, String),
}

impl Bladzijde {
    /// Reads the HTML that the program writes.
    pub(crate) fn read(html: &str) -> Self {
        let mut page = Self::default();
        let (mut form, mut select, mut catch) = (None, String::new(), None);
        let mut caught = String::new();
        for part in html.split('<').skip(1) {
            let (tag, text) = part.split_once('>').unwrap_or((part, ""));
            let tag = Tag(tag);
            match tag.name() {
                "/form" => form = None,
                "/a" | "/button" | "/textarea" => page.release(catch.take(), &caught),
                "form" => form = Some(page.begin(&tag)),
                "select" => select = tag.get("name").unwrap_or_default(),
                name => {
                    let started = page.element(name, &tag, form, &select);
                    if started.is_some() {
                        caught.clear();
                        catch = started;
                    }
                }
            }
            let text = plain(text);
            caught.push_str(&text);
            page.text.push(' ');
            page.text.push_str(&text);
        }
        page.text = page.text.split_whitespace().collect::<Vec<_>>().join(" ");
        page
    }

    /// Where the first link with this text leads.
    pub(crate) fn link(&self, text: &str) -> Option<String> {
        self.links.iter().find(|(_, shown)| shown.contains(text)).map(|(to, _)| to.clone())
    }

    /// Where the first link leads of which the address has this in it.
    pub(crate) fn link_to(&self, part: &str) -> Option<String> {
        self.links.iter().find(|(to, _)| to.contains(part)).map(|(to, _)| to.clone())
    }

    /// Where the form with this button goes (nowhere else when it does not say), and what it says as it stands.
    pub(crate) fn form(&self, button: &str) -> Option<(Option<String>, Fields)> {
        let (form, pressed) = self.forms.iter().find_map(|form| {
            form.buttons.iter().find(|known| known.text.contains(button)).map(|pressed| (form, pressed))
        })?;
        let mut fields = form.fields.clone();
        fields.extend(pressed.name.clone().map(|name| (name, pressed.value.clone())));
        Some((form.action.clone(), fields))
    }

    fn begin(&mut self, tag: &Tag<'_>) -> usize {
        let id = tag.get("id").unwrap_or_default();
        self.forms.push(Form { id, action: tag.get("action"), ..Form::default() });
        self.forms.len() - 1
    }

    /// An element inside a form or outside; says when its text is wanted.
    fn element(&mut self, name: &str, tag: &Tag<'_>, form: Option<usize>, select: &str) -> Option<Catch> {
        match (name, form) {
            ("a", _) => return tag.get("href").map(Catch::Link),
            ("button", _) => {
                let of = tag.get("form").and_then(|id| self.forms.iter().position(|form| form.id == id));
                let value = tag.get("value").unwrap_or_default();
                let button = Button { name: tag.get("name"), value, text: String::new() };
                return of.or(form).map(|form| Catch::Button(form, button));
            }
            ("textarea", Some(form)) => return tag.get("name").map(|name| Catch::Textarea(form, name)),
            ("input", Some(form)) => self.input(tag, form),
            ("option", Some(form)) if tag.has("selected") => {
                let value = tag.get("value").unwrap_or_default();
                self.forms[form].fields.push((select.to_owned(), value));
            }
            _ => {}
        }
        None
    }

    fn input(&mut self, tag: &Tag<'_>, form: usize) {
        let Some(name) = tag.get("name") else { return };
        let value = tag.get("value").unwrap_or_default();
        let kind = tag.get("type").unwrap_or_default();
        if kind == "radio" {
            self.choices.push((name.clone(), value.clone()));
        }
        let sent = match kind.as_str() {
            "radio" | "checkbox" => tag.has("checked"),
            "file" => false,
            _ => true,
        };
        if sent {
            self.forms[form].fields.push((name, value));
        }
    }

    fn release(&mut self, catch: Option<Catch>, text: &str) {
        let shown = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match catch {
            Some(Catch::Link(to)) => self.links.push((to, shown)),
            Some(Catch::Button(form, button)) => {
                self.forms[form].buttons.push(Button { text: shown, ..button });
            }
            Some(Catch::Textarea(form, name)) => self.forms[form].fields.push((name, text.to_owned())),
            None => {}
        }
    }
}

impl Tag<'_> {
    fn name(&self) -> &str {
        self.0.split([' ', '\n', '/']).find(|part| !part.is_empty()).map_or("", |name| {
            // The slash of a closing tag belongs to its name.
            if self.0.starts_with('/') { self.0.trim_end() } else { name }
        })
    }

    fn get(&self, name: &str) -> Option<String> {
        let start = format!(" {name}=\"");
        let spaced = self.0.replace('\n', " ");
        let (_, rest) = spaced.split_once(&start)?;
        rest.split_once('"').map(|(value, _)| plain(value))
    }

    /// A word that stands by itself, outside any value.
    fn has(&self, name: &str) -> bool {
        self.0.split('"').step_by(2).any(|outside| outside.split_whitespace().any(|word| word == name))
    }
}

fn plain(text: &str) -> String {
    let known = [
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#60;", "<"),
        ("&lt;", "<"),
        ("&#62;", ">"),
        ("&gt;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    known.iter().fold(text.to_owned(), |text, (code, sign)| text.replace(code, sign))
}
