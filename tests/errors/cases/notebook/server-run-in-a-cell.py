# rule: notebook.asyncio_run
# source: a learner's notebook
# says: uvicorn.Server\(uvicorn.Config\(app, port=8123\)\).serve\(\)
# %% before
import uvicorn
async def app(scope, receive, send): ...
# %% fails
async def start():
    uvicorn.run(app, port=8123)
await start()
