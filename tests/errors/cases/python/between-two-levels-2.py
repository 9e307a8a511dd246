# rule: python_indent.between_two_levels
# source: constructed
# says: print\(f\(2\)\)
# says: print
# %% fails
def f(x):
    return x
  print(f(2))
# %% mended
def f(x):
    return x
print(f(2))
