# rule: python_types.text_and_number
# source: constructed
# says: print\('epoch ' \+ str\(epoch \+ 1\)\)
# %% fails
epoch = 0
print('epoch ' + epoch + 1)
# %% mended
epoch = 0
print('epoch ' + str(epoch + 1))
