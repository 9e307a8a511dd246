# rule: python_syntax.quotes
# source: constructed
# says: print\(f"\{d\['a'\]\}"\)
# %% fails
d = {'a': 1}
print(f'{d['a']}')
# %% mended
d = {'a': 1}
print(f"{d['a']}")
