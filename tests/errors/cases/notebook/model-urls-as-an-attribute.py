# rule: torch_gone.attribute_gone
# source: constructed
# says: has\s+no\s+model_urls\s+any\s+more
# %% before
from torchvision import models
# %% fails
address = models.densenet.model_urls['densenet121']
# %% mended
from torchvision.models import get_model_weights, list_models
model_urls = {name: next(iter(get_model_weights(name))).url for name in list_models()}
address = model_urls['densenet121']
