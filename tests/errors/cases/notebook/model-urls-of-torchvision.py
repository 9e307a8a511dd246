# rule: torch_gone.import_gone
# source: https://github.com/thuml/Transfer-Learning-Library/issues/221
# says: has\s+no\s+model_urls\s+any\s+more
# %% fails
from torchvision.models.vgg import VGG, make_layers, model_urls
# %% mended
from torchvision.models.vgg import VGG, make_layers
from torchvision.models import get_model_weights, list_models
model_urls = {name: next(iter(get_model_weights(name))).url for name in list_models()}
address = model_urls['vgg16']
