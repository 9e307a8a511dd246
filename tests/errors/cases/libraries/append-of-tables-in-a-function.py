# rule: libraries_members.column_as_attribute
# source: constructed
# says: whole = pandas\.concat\(\[whole, part\]\)
# %% before
import pandas
def gather(names):
    whole = pandas.DataFrame()
    for name in names:
        part = pandas.DataFrame({'name': [name]})
        whole = whole.append(part)
    return whole
# %% fails
gather(['a', 'b'])
# %% mended
def gather(names):
    whole = pandas.DataFrame()
    for name in names:
        part = pandas.DataFrame({'name': [name]})
        whole = pandas.concat([whole, part])
    return whole
gather(['a', 'b'])
