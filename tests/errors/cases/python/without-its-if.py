# rule: python_unfinished.without_its_if
# source: constructed
# says: The elif in line 1 belongs to no if\.
# says: elif
# %% fails
elif x:
    pass
