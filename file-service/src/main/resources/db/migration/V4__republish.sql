-- For operators, when Kafka was lost: uploads and deletions since then are published again. May be called while the
-- service runs, and as often as one likes. Nobody hears once more of the upload of what is deleted.
create procedure republish(since timestamptz) language sql as $$
  update files set published_at = null where uploaded_at >= since and deleted_at is null;
  update files set deletion_published_at = null where deleted_at >= since;
$$;
