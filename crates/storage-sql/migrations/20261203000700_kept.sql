-- What an organisation kept and did not send is shown in lists, over all of its files.

CREATE INDEX concept_holder ON concept (holder, persoon);
