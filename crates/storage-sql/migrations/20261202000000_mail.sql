-- Who wants an e-mail when there is something new, at which proved address, and for whom a notice waits to be sent.

CREATE TABLE mailkeuze (
    account {text} NOT NULL PRIMARY KEY REFERENCES account (id),
    e_mail {text} NOT NULL,
    sinds {int} NOT NULL,
    laatst {int}
) {strict};

CREATE TABLE mailwacht (
    account {text} NOT NULL REFERENCES account (id),
    stream {text} NOT NULL,
    sinds {int} NOT NULL,
    pogingen {int} NOT NULL,
    volgende {int} NOT NULL,
    PRIMARY KEY (account, stream)
) {strict};

CREATE INDEX mailwacht_volgende ON mailwacht (volgende);
CREATE INDEX mailwacht_stream ON mailwacht (stream);
