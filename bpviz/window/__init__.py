"""The main window: joins worker, views and controls, and decides nothing itself.

May import `worker`, `views`, `controls`, `look` and all that lies below them; only
`app` imports it.
"""
