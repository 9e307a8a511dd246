# rule: python_spelling.bad_name
# source: constructed
# says: my_var = 5
# says: var
# %% fails
my var = 5
# %% mended
my_var = 5
