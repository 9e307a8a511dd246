# rule: python_types.percent_format
# source: constructed
# says: f'\{a\} of \{b\}'
# %% fails
'%d of %d' % 3
