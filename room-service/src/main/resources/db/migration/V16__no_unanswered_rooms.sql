-- rooms_waiting is what is asked now.
drop index concurrently rooms_unanswered;
