-- One text for both databases; what stands in braces is explained in src/tokens.rs.
-- Dates are ISO texts, instants are microseconds since 1970, codes and names are texts by byte.

{refuse_function}

CREATE TABLE instantie (
    naam {text} NOT NULL PRIMARY KEY,
    waarde {text} NOT NULL
) {strict};

-- Secrets of the installation, wrapped by the instance key.
CREATE TABLE geheim (
    naam {text} NOT NULL PRIMARY KEY,
    wrapped {blob} NOT NULL
) {strict};

{sequence event_position}
CREATE TABLE event (
    position {int} NOT NULL PRIMARY KEY,
    stream {text} NOT NULL,
    sequence {int} NOT NULL CHECK (sequence > 0),
    recorded_at {int} NOT NULL,
    event_type {text} NOT NULL,
    event_version {int} NOT NULL CHECK (event_version > 0),
    op {text} NOT NULL,
    holder {text} NOT NULL,
    persoon {text} NOT NULL,
    rol {text} NOT NULL,
    organisatie {text} NOT NULL,
    blobs {text} NOT NULL,
    payload {blob},
    digest {blob} NOT NULL,
    hash {blob} NOT NULL,
    UNIQUE (stream, sequence)
) {strict};

CREATE TRIGGER event_stays BEFORE DELETE ON event FOR EACH ROW {refuse};
CREATE TRIGGER event_frozen BEFORE UPDATE OF
    position, stream, sequence, recorded_at, event_type, event_version, op, holder,
    persoon, rol, organisatie, blobs, digest, hash ON event FOR EACH ROW {refuse};
CREATE TRIGGER event_only_emptied BEFORE UPDATE OF payload ON event
    FOR EACH ROW WHEN (NEW.payload IS NOT NULL) {refuse};

-- Payloads that were emptied on purpose; the mark can only be made by the program.
CREATE TABLE vernietigd (
    stream {text} NOT NULL,
    sequence {int} NOT NULL,
    at {int} NOT NULL,
    mark {blob} NOT NULL,
    PRIMARY KEY (stream, sequence)
) {strict};

CREATE TRIGGER vernietigd_stays BEFORE DELETE ON vernietigd FOR EACH ROW {refuse};
CREATE TRIGGER vernietigd_frozen BEFORE UPDATE ON vernietigd FOR EACH ROW {refuse};

-- One key per stream and holder. Destroyed: no key, an instant, and the mark of the program.
CREATE TABLE data_key (
    stream {text} NOT NULL,
    holder {text} NOT NULL,
    wrapped {blob},
    destroyed_at {int},
    mark {blob},
    PRIMARY KEY (stream, holder)
) {strict};

CREATE TRIGGER data_key_stays BEFORE DELETE ON data_key FOR EACH ROW {refuse};

CREATE TABLE blob (
    id {text} NOT NULL PRIMARY KEY,
    stream {text} NOT NULL,
    holder {text} NOT NULL,
    stored_at {int} NOT NULL,
    len {int} NOT NULL,
    digest {blob} NOT NULL,
    sequence {int},
    data {blob}
) {strict};

CREATE INDEX blob_stream ON blob (stream, sequence);
CREATE INDEX blob_loose ON blob (stored_at) WHERE sequence IS NULL;
CREATE TRIGGER blob_stays BEFORE DELETE ON blob
    FOR EACH ROW WHEN (OLD.sequence IS NOT NULL) {refuse};
CREATE TRIGGER blob_frozen BEFORE UPDATE OF id, stream, holder, stored_at, len, digest ON blob
    FOR EACH ROW {refuse};
CREATE TRIGGER blob_bound_once BEFORE UPDATE OF sequence ON blob
    FOR EACH ROW WHEN (OLD.sequence IS NOT NULL) {refuse};
CREATE TRIGGER blob_only_emptied BEFORE UPDATE OF data ON blob
    FOR EACH ROW WHEN (NEW.data IS NOT NULL) {refuse};

CREATE TABLE claim (
    kind {text} NOT NULL,
    value {text} NOT NULL,
    stream {text} NOT NULL,
    PRIMARY KEY (kind, value)
) {strict};

CREATE TABLE herhaling (
    owner {text} NOT NULL,
    sleutel {text} NOT NULL,
    fingerprint {blob} NOT NULL,
    stream {text} NOT NULL,
    first_sequence {int} NOT NULL,
    last_sequence {int} NOT NULL,
    last_position {int} NOT NULL,
    recorded_at {int} NOT NULL,
    PRIMARY KEY (owner, sleutel)
) {strict};

CREATE INDEX herhaling_recorded ON herhaling (recorded_at);

-- Events that ask for something that is made after them (letters), until it is made.
CREATE TABLE nawerk (
    stream {text} NOT NULL,
    eerste {int} NOT NULL,
    laatste {int} NOT NULL,
    PRIMARY KEY (stream, eerste)
) {strict};

CREATE TABLE nummer (
    soort {text} NOT NULL,
    jaar {int} NOT NULL,
    laatste {int} NOT NULL,
    PRIMARY KEY (soort, jaar)
) {strict};

CREATE TABLE concept (
    stream {text} NOT NULL,
    holder {text} NOT NULL,
    persoon {text} NOT NULL,
    formulier {text} NOT NULL,
    veld {text} NOT NULL,
    versie {int} NOT NULL,
    waarde {blob} NOT NULL,
    door {text} NOT NULL,
    gewijzigd_op {int} NOT NULL,
    PRIMARY KEY (stream, holder, persoon, formulier, veld)
) {strict};

CREATE INDEX concept_formulier ON concept (formulier, gewijzigd_op);

{sequence inzage_id}
CREATE TABLE inzage (
    id {int} NOT NULL PRIMARY KEY,
    at {int} NOT NULL,
    dossier {text} NOT NULL,
    persoon {text} NOT NULL,
    rol {text} NOT NULL,
    organisatie {text} NOT NULL,
    delen {text} NOT NULL,
    doel {text} NOT NULL,
    mark {blob} NOT NULL
) {strict};

CREATE INDEX inzage_dossier ON inzage (dossier, id);
CREATE INDEX inzage_organisatie ON inzage (organisatie, at);
CREATE TRIGGER inzage_stays BEFORE DELETE ON inzage FOR EACH ROW {refuse};
CREATE TRIGGER inzage_frozen BEFORE UPDATE ON inzage FOR EACH ROW {refuse};

CREATE TABLE zegel (
    nummer {int} NOT NULL PRIMARY KEY,
    at {int} NOT NULL,
    events_to {int} NOT NULL,
    reads_to {int} NOT NULL,
    events {int} NOT NULL,
    reads {int} NOT NULL,
    root {blob} NOT NULL,
    previous {blob} NOT NULL,
    signature {blob} NOT NULL
) {strict};

CREATE TRIGGER zegel_stays BEFORE DELETE ON zegel FOR EACH ROW {refuse};
CREATE TRIGGER zegel_frozen BEFORE UPDATE ON zegel FOR EACH ROW {refuse};
