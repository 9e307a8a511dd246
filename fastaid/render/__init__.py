"""Facts to what a front end shows: text, HTML and the wire payload. Every outside string is escaped here."""
