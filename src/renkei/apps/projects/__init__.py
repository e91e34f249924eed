"""Projects (予算事業) as the government's review data tell them, linked to means of achievement."""
