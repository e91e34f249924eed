"""Tools of the house: set-up, checks, locks and figures. Nothing of this ships in the package."""
