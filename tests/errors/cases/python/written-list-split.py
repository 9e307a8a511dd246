# rule: containers_asked.list_split
# source: a learner's notebook
# says: profile = \['John', 'HHHH'\]
# %% fails
profile = ['John', 'HHHH'].spilt()
# %% mended
profile = ['John', 'HHHH']
