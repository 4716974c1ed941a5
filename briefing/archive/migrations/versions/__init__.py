"""One file a version of the schema; `migrations.upgrade` runs them in order."""
