# rule: notebook.asyncio_run
# source: constructed
# says: uvicorn.Server\(uvicorn.Config\(app\)\).serve\(\)
# %% before
import asyncio, uvicorn
async def app(scope, receive, send): ...
def begin():
    uvicorn.run(app)
# %% fails
async def both():
    begin()
await both()
