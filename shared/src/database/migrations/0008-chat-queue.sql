-- Questions, summaries and translations wait in a queue of their own: minutes, which take long, keep nobody waiting who asked in
-- a chat. The other queue (0006) stays that of minutes and AI apps; what waits in it of the other kinds is still taken.
select pgboss.create_queue('chat', '{"policy": "standard"}');
