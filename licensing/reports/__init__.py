"""Reports of attendance and box office: owed when a screening is published, answered by a member or by link, kept with history."""
