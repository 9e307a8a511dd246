# rule: none
# source: constructed
# %% fails
for child in children('a family'): print(child)
