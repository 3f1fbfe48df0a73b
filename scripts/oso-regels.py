#!/usr/bin/env python3
"""What the published schema and business rules of OSO say of changed sample dossiers.

    pip install saxonche lxml
    python3 scripts/oso-regels.py GEGEVENSSET SAMPLE > crates/exchange/tests/oso-regels.tsv

GEGEVENSSET is a checkout of github.com/edustandaard/oso-gegevensset, SAMPLE the full example dossier of a primary school. Every
leaf of that file is taken out and filled with a word that fits nowhere, every block is taken out, what a dossier of
this kind may not hold is put in; each result is held against the XSD and the XSLT. `crates/exchange/tests/oso_regels.rs` holds
the importer against the same changes, and needs neither.

A change is the text that goes, between two marks of the sample counted in bytes, and the text that comes there. After it: whether the
schema takes it, and how many rules say no (-1: one of them could not be worked out).
"""
import re
import sys
from pathlib import Path

from lxml import etree
from saxonche import PySaxonProcessor

SET, SAMPLE = Path(sys.argv[1]) / 'PaO', Path(sys.argv[2])
TEXT = SAMPLE.read_bytes().decode('utf-8')
TOKEN = re.compile(r'<!--.*?-->|<\?.*?\?>|<(/?)([\w_]+)([^>]*?)(/?)>', re.S)
# What the rules forbid in a dossier for a partnership, by the element in which it would stand.
FORBIDDEN = {
    'leerling': ['geboortemaand', 'postcode4adres', 'geboorteplaats', 'nationaliteit', 'bsn', 'onderwijsnummer',
                 'eindtoets_basisonderwijs', 'bevorderd', 'examenresultaat', 'resultaatvakkenvo', 'certificaat', 'competenties',
                 'stage', 'overigvombo'],
    'verzorger': ['banknummer'],
}
VALUES = {
    'overstap': ['VOSWV', 'POVO'], 'overdrachtsoort': ['overstapdossier'], 'validatieversie': ['2018.1.1'],
    'deeldossier': ['LVS', 'LAS', 'TIB'], 'adresgeheim': ['true', 'false', '1'], 'geheim': ['true', 'false'],
    'verzorgersaansprakelijk': ['true', 'false'], 'overleden': ['true', 'false'], 'nummer': ['a@b', 'geheim@geheim.geheim'],
    'land': ['5010'], 'postcode': ['181JJJ', '1354 EV', '1354ev'], 'geboortedatum': ['2030-01-01', '2009-02-30'],
}
CATEGORIES = ['VERPLICHT', 'OPT-UIT', 'VERBODEN', 'OPTIONEEL']


def elements():
    """Every element: its path, where it begins and ends, and where its text does."""
    open_, found = [], []
    for token in TOKEN.finditer(TEXT):
        if token[2] is None:
            continue
        if token[1]:
            path, begin, text = open_.pop()
            found.append((path, begin, token.end(), text, token.start()))
        elif token[4]:
            path = '/'.join([p.rsplit('/', 1)[-1] for p, *_ in open_[-1:]] and [open_[-1][0], token[2]])
            found.append((path, token.start(), token.end(), token.end(), token.end()))
        else:
            path = f'{open_[-1][0]}/{token[2]}' if open_ else token[2]
            open_.append((path, token.start(), token.end()))
    return sorted(found, key=lambda e: e[1])


def changes():
    yield 'as it is', 0, 0, ''
    seen = set()
    for path, begin, end, text, close in elements():
        if path in seen or '/' not in path:
            continue
        seen.add(path)
        name = path.rsplit('/', 1)[-1]
        yield f'without {path}', begin, end, ''
        if '<' not in TEXT[text:close] and close > text:
            values = VALUES.get(name, []) + (CATEGORIES if name.startswith('cat_') else []) + ['QQQ']
            for value in values:
                yield f'{path} = {value!r}', text, close, value
        for extra in FORBIDDEN.get(name, []):
            yield f'{extra} in {path}', text, text, f'<{extra}>1</{extra}>'


def main():
    rules = (SET / 'ValideerSwvPaO-profielen.xsl').as_posix()
    schema = etree.XMLSchema(etree.parse((SET / 'OSO_gegevensset_2019.1.xsd').as_posix()))
    rows = []
    with PySaxonProcessor(license=False) as saxon:
        sheet = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=rules)
        for name, begin, end, new in changes():
            text = TEXT[:begin] + new + TEXT[end:]
            said = None
            try:
                document = saxon.parse_xml(xml_text=re.sub(r'^<\?xml[^>]*\?>', '', text).lstrip('\ufeff'))
                answer = sheet.transform_to_string(xdm_node=document) or ''
                said = answer.count('<melding>')
            except Exception as error:  # A rule that cannot be worked out (a date that is no date) says that the file is wrong.
                said = -1
            fits = schema.validate(etree.fromstring(re.sub(r'^<\?xml[^>]*\?>', '', text).lstrip('\ufeff').encode()))
            marks = (len(TEXT[:begin].encode()), len(TEXT[:end].encode()))
            rows.append((name, *marks, new, int(fits), said))
    print('\n'.join('\t'.join(map(str, row)) for row in rows))


main()
