# rule: python_calling.number_or_text_called
# source: constructed
# says: 'Total: \{\}'\.format\(5\)
# says: Total
# %% fails
'Total: {}'(5)
# %% mended
'Total: {}'.format(5)
