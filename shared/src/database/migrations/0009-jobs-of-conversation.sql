-- Stop, reset and feedback look for the jobs of one conversation.
create index jobs_of_conversation on jobs (tenant, (conversation ->> 'id'));
