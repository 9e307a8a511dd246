# rule: python_types.percent_format
# source: constructed
# says: '%s' % 'a'
# %% fails
'%d' % 'a'
# %% mended
'%s' % 'a'
