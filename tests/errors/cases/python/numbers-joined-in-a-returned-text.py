# rule: python_types.text_and_number
# source: constructed
# says: return str\(n\) \+ ' right, ' \+ str\(acc \* 100\) \+ '%'
# %% fails
def told(n, acc):
    return n + ' right, ' + acc * 100 + '%'
told(3, 0.5)
# %% mended
def told(n, acc):
    return str(n) + ' right, ' + str(acc * 100) + '%'
told(3, 0.5)
