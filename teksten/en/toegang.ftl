# Why somebody may not see or do something.

geen-dossiers = this role has no access to files
niet-dit-deel = this role may not see or change this part of a file
niet-betrokken = you or your organisation are not involved with this child now
er-loopt-niets = no request, registration or case runs now for which this is needed
geen-handeling = this act does not exist
dit-doet = this is done by: { $wie }
voor-ouders = this page is for parents
formulier-niet-voor-rol = this form is not for your role
eigen-school = you record registrations at your own school only
geen-gezag = you have no gezag (parental authority) over this child now
