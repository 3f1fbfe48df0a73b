//! The arguments of a statement, alike for both databases.

use std::borrow::Cow;

/// One argument of a statement.
#[derive(Debug, Clone)]
pub(crate) enum Arg<'a> {
    Int(Option<i64>),
    Text(Option<Cow<'a, str>>),
    Bytes(Option<Cow<'a, [u8]>>),
}

impl Arg<'_> {
    /// The same argument, borrowing nothing.
    pub(crate) fn owned(&self) -> Arg<'static> {
        match self {
            Self::Int(value) => Arg::Int(*value),
            Self::Text(value) => Arg::Text(value.clone().map(|text| Cow::Owned(text.into_owned()))),
            Self::Bytes(value) => Arg::Bytes(value.clone().map(|bytes| Cow::Owned(bytes.into_owned()))),
        }
    }
}

macro_rules! arg_from {
    ($($from:ty => |$value:ident| $arg:expr;)*) => {
        $(impl<'a> From<$from> for Arg<'a> {
            fn from($value: $from) -> Self {
                $arg
            }
        })*
    };
}

arg_from! {
    i64 => |value| Self::Int(Some(value));
    Option<i64> => |value| Self::Int(value);
    u64 => |value| Self::Int(Some(i64::try_from(value).unwrap_or(i64::MAX)));
    Option<u64> => |value| Self::Int(value.map(|value| i64::try_from(value).unwrap_or(i64::MAX)));
    u32 => |value| Self::Int(Some(value.into()));
    bool => |value| Self::Int(Some(value.into()));
    &'a str => |value| Self::Text(Some(Cow::Borrowed(value)));
    Option<&'a str> => |value| Self::Text(value.map(Cow::Borrowed));
    &'a String => |value| Self::Text(Some(Cow::Borrowed(value)));
    &'a Option<String> => |value| Self::Text(value.as_deref().map(Cow::Borrowed));
    String => |value| Self::Text(Some(Cow::Owned(value)));
    Option<String> => |value| Self::Text(value.map(Cow::Owned));
    &'a [u8] => |value| Self::Bytes(Some(Cow::Borrowed(value)));
    &'a Vec<u8> => |value| Self::Bytes(Some(Cow::Borrowed(value)));
    Option<&'a [u8]> => |value| Self::Bytes(value.map(Cow::Borrowed));
    storage::Digest => |value| Self::Bytes(Some(Cow::Owned(value.0.to_vec())));
    base::Timestamp => |value| Self::Int(Some(value.as_microsecond()));
    Option<base::Timestamp> => |value| Self::Int(value.map(base::Timestamp::as_microsecond));
    base::Date => |value| Self::Text(Some(Cow::Owned(value.to_string())));
    Option<base::Date> => |value| Self::Text(value.map(|date| Cow::Owned(date.to_string())));
    &'a storage::StreamId => |value| Self::Text(Some(Cow::Borrowed(value.as_str())));
    &'a base::OrganisatieId => |value| Self::Text(Some(Cow::Borrowed(value.as_str())));
    &'a base::PersoonId => |value| Self::Text(Some(Cow::Borrowed(value.as_str())));
    &'a base::DossierNummer => |value| Self::Text(Some(Cow::Borrowed(value.as_str())));
    &'a base::SwvCode => |value| Self::Text(Some(Cow::Borrowed(value.as_str())));
    &'a Option<base::OrganisatieId> => |value| Self::Text(value.as_ref().map(|code| Cow::Borrowed(code.as_str())));
    &'a Option<base::PersoonId> => |value| Self::Text(value.as_ref().map(|code| Cow::Borrowed(code.as_str())));
    &'a Option<base::DossierNummer> => |value| Self::Text(value.as_ref().map(|code| Cow::Borrowed(code.as_str())));
    &'a Option<base::SwvCode> => |value| Self::Text(value.as_ref().map(|code| Cow::Borrowed(code.as_str())));
    &'a Option<base::Vestigingscode> => |value| Self::Text(value.as_ref().map(|code| Cow::Borrowed(code.as_str())));
}

/// A list of arguments of any of the kinds that [`Arg`] knows.
macro_rules! args {
    ($($value:expr),* $(,)?) => { &[$($crate::arg::Arg::from($value)),*] };
}
pub(crate) use args;
