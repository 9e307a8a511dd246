# rule: python_unfinished.half_of_it
# source: constructed
# says: except Exception as e:
# says: try
# %% fails
try:
    x = 1
print(x)
# %% mended
try:
    x = 1
except Exception as e:
    print(e)
