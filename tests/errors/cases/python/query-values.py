# rule: python_stores.query_values
# source: constructed
# says: con\.execute\('select \* from user where name=\?', \('bob',\)\)
# says: bob
# %% before
import sqlite3
con = sqlite3.connect(':memory:'); con.execute('create table user (name text)')
# %% fails
con.execute('select * from user where name=?', ('bob'))
# %% mended
con.execute('select * from user where name=?', ('bob',))
