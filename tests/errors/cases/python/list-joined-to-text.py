# rule: python_types.text_and_container
# source: constructed
# says: sizes is a list of 2 items: \+ joins text with text only
# says: print\('sizes ' \+ str\(sizes\) \+ ', in all ' \+ str\(total\)\)
# %% fails
sizes, total = [3, 4], 7
print('sizes ' + sizes + ', in all ' + total)
# %% mended
sizes, total = [3, 4], 7
print('sizes ' + str(sizes) + ', in all ' + str(total))
