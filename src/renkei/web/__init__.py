"""The pages: views, forms, templates and static files. They call only services and selectors."""
