# rule: python_syntax.bracket_pairs
# source: constructed
# says: print\("a"\)
# says: print
# %% fails
print("a"
# %% mended
print("a")
