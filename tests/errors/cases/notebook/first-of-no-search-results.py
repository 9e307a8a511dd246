# rule: results_of_calls.first_of_nothing
# source: https://github.com/fastai/course22/issues/82
# says: found nothing
# says: urls = search_images\('forest photos', max_images=1\)
# %% before
from fastcore.all import L
def search_images(term, max_images=30):
    return L([]).itemgot('image')
# %% fails
search_images('forest photos', max_images=1)[0]
