"""References inside a document: what is cited against what is there."""
