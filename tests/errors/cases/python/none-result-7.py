# rule: python_none.none_result
# source: constructed
# says: x = 'a'
# says: print
# %% fails
x = print('a')
len(x)
# %% mended
x = print('a')
x = 'a'
print(x)
