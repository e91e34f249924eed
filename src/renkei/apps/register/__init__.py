"""The register of activities, partners and student exchange."""
