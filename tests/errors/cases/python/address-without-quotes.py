# rule: cells_typed.address_without_quotes
# source: a learner's notebook
# says: requests.get\('https://data.cms.gov/summary/data'\)
# %% before
class requests:
    get = staticmethod(lambda url: url)
# %% fails
data = requests.get(https://data.cms.gov/summary/data)
# %% mended
data = requests.get('https://data.cms.gov/summary/data')
