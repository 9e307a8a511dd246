# rule: python_stores.no_such_table
# source: constructed
# says: name
# says: nam
# %% before
import sqlite3
con = sqlite3.connect(':memory:'); con.execute('create table user (name text)')
# %% fails
con.execute('select nam from user')
