# rule: python_types.text_and_number
# source: constructed
# says: print\(str\(int\(count\) \+ 2\) \+ ' apples'\)
# %% fails
count = '3'
print(count + 2 + ' apples')
# %% mended
count = '3'
print(str(int(count) + 2) + ' apples')
